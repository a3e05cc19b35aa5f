import {type CellState, nextStep, statesOf} from './matrix.js';
import type {Entries, RoleDetails, RoleMatrix} from './role.js';

export interface Cell {
  readonly role: string;
  readonly permission: string;
}

/** What came of a click. */
export interface Outcome {
  readonly cell: Cell;
  /** As it is now. */
  readonly matrix: RoleMatrix;
  readonly state: CellState;
  /** Why nothing was changed: words, or what the API failed with. */
  readonly because: string | null;
  readonly failure: unknown;
}

export interface RoleServer {
  read(name: string): Promise<RoleDetails>;
  save(name: string, entries: Entries, version: number): Promise<RoleDetails>;
  matrix(): Promise<RoleMatrix>;
}

/**
 * Changes cells one after the other, each from the state that the one before led to: two quick clicks
 * are two steps. What was asked for after something that is refused is forgotten.
 */
export class CellChanges {
  /** What is being saved. */
  current: Cell | null = null;
  private waiting: Cell[] = [];

  constructor(
    private readonly server: RoleServer,
    private readonly told: (outcome: Outcome) => void,
  ) {}

  /** Steps on from what the matrix says of the cell. */
  async ask(cell: Cell, matrix: RoleMatrix): Promise<void> {
    this.waiting.push(cell);
    if (this.current !== null) {
      return;
    }
    let now = matrix;
    this.current = this.waiting.shift() ?? null;
    while (this.current !== null) {
      const outcome: Outcome = await this.outcome(this.current, now);
      now = outcome.matrix;
      if (outcome.because !== null || outcome.failure !== null) {
        this.waiting = [];
      }
      this.current = this.waiting.shift() ?? null;
      this.told(outcome);
    }
  }

  private async outcome(cell: Cell, matrix: RoleMatrix): Promise<Outcome> {
    const before = stateAt(matrix, cell);
    try {
      const because = await this.step(cell, matrix, before);
      const now = because === null ? await this.server.matrix() : matrix;
      return {cell, matrix: now, state: stateAt(now, cell), because, failure: null};
    } catch (failure) {
      return {cell, matrix, state: before, because: null, failure};
    }
  }

  private async step({role: name, permission}: Cell, matrix: RoleMatrix, state: CellState): Promise<string | null> {
    const version = matrix.roles.find((role) => role.name === name)?.version ?? 0;
    const step = nextStep(await this.server.read(name), permission, state);
    if ('because' in step) {
      return step.because;
    }
    // The version is that of what was seen: when somebody was faster, the click meant something else.
    await this.server.save(name, step.entries, version);
    return null;
  }
}

function stateAt(matrix: RoleMatrix, cell: Cell): CellState {
  const role = matrix.roles.find(({name}) => name === cell.role);
  return role === undefined ? 'none' : (statesOf(role).get(cell.permission) ?? 'none');
}
