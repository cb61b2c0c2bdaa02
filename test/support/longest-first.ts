import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONGEST = ['test/model/', 'test/tasks/seed'];

/** The few files that take a minute start first, so that nothing waits for them at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((path) => moduleId.includes(path));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
