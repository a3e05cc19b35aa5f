import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {day, moment, number, words} from '../platform/format.js';
import {PlainElement} from '../components/plain-element.js';
import {percentOf} from '../components/scale.js';
import '../people/person-name.js';
import '../teams/team-name.js';
import type {Project} from './project.js';

type Fact = readonly [name: string, value: unknown];

/** What is known of a project, by what it is for. */
@customElement('fh-project-facts')
export class ProjectFacts extends PlainElement {
  @property({attribute: false}) project: Project | null = null;

  override render(): TemplateResult | typeof nothing {
    const {project} = this;
    if (project === null) {
      return nothing;
    }
    return html`${project.description
        ? html`<section class="card about"><p>${project.description}</p></section>`
        : nothing}
      <div class="halves">
        ${facts('Ownership and plan', planning(project))} ${facts('Governance', governance(project))}
        ${facts('Money and value', money(project), spending(project))} ${facts('Engineering', engineering(project))}
        ${stakeholders(project)} ${keyFigures(project)}
      </div>`;
  }
}

function stakeholders(project: Project): TemplateResult | typeof nothing {
  const given = project.stakeholders;
  return given.length === 0
    ? nothing
    : html`<section class="card">
        <h2>Stakeholders</h2>
        <ul class="members">
          ${given.map(
            (one) => html`<li><fh-person-name .userId=${one.user_id}></fh-person-name><span class="badge calm">${one.role}</span></li>`,
          )}
        </ul>
      </section>`;
}

function keyFigures(project: Project): TemplateResult | typeof nothing {
  const given = Object.entries(project.kpis);
  return given.length === 0
    ? nothing
    : facts('Key figures', given.map(([name, value]) => [words(name), typeof value === 'number' ? number(value) : value]));
}

function planning(project: Project): Fact[] {
  return [
    ['Owner', project.owner_id === null ? null : html`<fh-person-name .userId=${project.owner_id}></fh-person-name>`],
    ['Team', project.team_id === null ? null : html`<fh-team-name .teamId=${project.team_id}></fh-team-name>`],
    ['Visible to', words(project.visibility)],
    ['Department', project.department],
    ['Business unit', project.business_unit],
    ['Begins', day(project.start_date)],
    ['Ends', day(project.end_date)],
    ['Changed', moment(project.updated_at)],
  ];
}

function governance(project: Project): Fact[] {
  return [
    ['Security level', words(project.security_level)],
    ['Data', words(project.data_classification)],
    ['Must comply with', list(project.compliance_requirements)],
    ['Needs approval', project.requires_approval ? 'Yes' : 'No'],
    ['Review due', day(project.review_due_date)],
    ['Email domains', list(project.allowed_email_domains) ?? 'All'],
    ['Networks', list(project.allowed_ips) ?? 'All'],
  ];
}

function money(project: Project): Fact[] {
  return [
    ['Cost centre', project.cost_center],
    ['Budget', amount(project.budget_allocated)],
    ['Estimate', amount(project.estimated_cost)],
    ['Spent', amount(project.actual_cost)],
    ['Worth', project.business_value],
  ];
}

function engineering(project: Project): Fact[] {
  const address = project.repo_url;
  return [
    ['Repository', address === null ? null : html`<a href=${address} rel="noreferrer" target="_blank">${address}</a>`],
    ['Language', project.primary_language],
    ['Frameworks', list(project.frameworks)],
    ['Coverage aim', percent(project.code_coverage_target)],
    ['Tests passing aim', percent(project.test_success_target)],
    ['Releases', project.deployment_frequency],
    ['Lead time', hours(project.lead_time_hours)],
    ['Time to restore', hours(project.mttr_hours)],
  ];
}

/** How much of the budget is spent. */
function spending({budget_allocated: budget, actual_cost: spent}: Project): TemplateResult | typeof nothing {
  if (budget === null || spent === null || budget === 0) {
    return nothing;
  }
  const part = percentOf(spent, budget);
  return html`<p class="spending">
    <progress class=${part > 100 ? 'over' : ''} max="100" value=${Math.min(part, 100)} aria-label="Budget spent"></progress>
    <span>${part} % of the budget is spent</span>
  </p>`;
}

function facts(title: string, given: readonly Fact[], more: unknown = nothing): TemplateResult {
  return html`<section class="card">
    <h2>${title}</h2>
    ${more}
    <dl class="facts">
      ${given.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value ?? html`<span class="muted">–</span>`}</dd></div>`)}
    </dl>
  </section>`;
}

function list(values: readonly string[]): TemplateResult | null {
  return values.length === 0
    ? null
    : html`<span class="badges">${values.map((value) => html`<span class="badge calm">${value}</span>`)}</span>`;
}

function amount(value: number | null): string | null {
  return value === null ? null : number(value);
}

function percent(value: number | null): string | null {
  return value === null ? null : `${number(value)} %`;
}

function hours(value: number | null): string | null {
  return value === null ? null : `${number(value)} h`;
}
