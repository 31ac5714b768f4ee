/** The settings that the parent handed over. */
export function parentSettings<Settings>(): Settings {
  return JSON.parse(process.argv[2] ?? '{}') as Settings;
}

/** Tells the parent that this process can be asked, and ends together with it. @param address where it is, or `ready` */
export function announce(address: string): void {
  process.once('disconnect', () => process.exit());
  console.log(address);
}

/** Answers the parent's questions, in their order. */
export function answerParent<Question>(answer: (question: Question) => unknown): void {
  process.on('message', (question) => {
    void Promise.resolve(answer(question as Question)).then((given) => process.send!(given ?? {}));
  });
}
