import {html, type TemplateResult} from 'lit';
import {choices, type Field} from '../components/form.js';
import {DATA_CLASSIFICATIONS, type Project, SECURITY_LEVELS} from './project.js';

type One = (field: Field) => TemplateResult;

const BY_COMMAS = 'Divided by commas.';

/** Who may see the project and what rules it falls under. */
export function governance(project: Project | null, one: One, open: boolean): TemplateResult {
  return section(
    'Governance',
    open,
    html`<div class="pair">
        ${one({
          name: 'security_level',
          label: 'Security level',
          value: project?.security_level ?? 'internal',
          required: true,
          options: choices(SECURITY_LEVELS),
        })}
        ${one({
          name: 'data_classification',
          label: 'Personal or financial data',
          value: project?.data_classification ?? 'none',
          required: true,
          options: choices(DATA_CLASSIFICATIONS),
        })}
      </div>
      ${one({...listOf('compliance_requirements', project), label: 'Must comply with', hint: 'Such as SOC2, GDPR. ' + BY_COMMAS})}
      <div class="pair">
        ${one({
          name: 'requires_approval',
          label: 'Needs approval',
          value: String(project?.requires_approval ?? false),
          required: true,
          options: [
            {value: 'false', label: 'No'},
            {value: 'true', label: 'Yes'},
          ],
        })}
        ${one({name: 'review_due_date', label: 'Review due', type: 'date'})}
      </div>
      ${one({...listOf('allowed_email_domains', project), label: 'Only for email domains', hint: BY_COMMAS})}
      ${one({...listOf('allowed_ips', project), label: 'Only from networks', hint: 'Such as 10.0.0.0/8. ' + BY_COMMAS})}`,
  );
}

export function money(one: One, open: boolean): TemplateResult {
  return section(
    'Money and value',
    open,
    html`<div class="pair">
        ${one({name: 'business_unit', label: 'Business unit', maxLength: 100})}
        ${one({name: 'cost_center', label: 'Cost centre', maxLength: 100})}
      </div>
      <div class="pair">
        ${one({name: 'estimated_cost', label: 'Estimate', type: 'number', minimum: 0})}
        ${one({name: 'actual_cost', label: 'Spent', type: 'number', minimum: 0})}
      </div>
      ${one({name: 'business_value', label: 'What it is worth', rows: 2, maxLength: 2000})}`,
  );
}

export function engineering(project: Project | null, one: One, open: boolean): TemplateResult {
  return section(
    'Engineering',
    open,
    html`${one({name: 'repo_url', label: 'Repository', maxLength: 2000})}
      <div class="pair">
        ${one({name: 'primary_language', label: 'Language', maxLength: 100})}
        ${one({...listOf('frameworks', project), label: 'Frameworks', hint: BY_COMMAS})}
      </div>
      <div class="pair">
        ${one({name: 'deployment_frequency', label: 'Releases', maxLength: 100})}
        ${one({name: 'code_coverage_target', label: 'Coverage aim in %', type: 'number', minimum: 0, maximum: 100, value: project?.code_coverage_target ?? 80})}
      </div>
      <div class="pair">
        ${one({name: 'test_success_target', label: 'Tests passing aim in %', type: 'number', minimum: 0, maximum: 100})}
        ${one({name: 'lead_time_hours', label: 'Lead time in hours', type: 'number', minimum: 0})}
      </div>
      ${one({name: 'mttr_hours', label: 'Time to restore in hours', type: 'number', minimum: 0})}`,
  );
}

function listOf(name: 'compliance_requirements' | 'allowed_email_domains' | 'allowed_ips' | 'frameworks', project: Project | null): Omit<Field, 'label'> {
  return {name, value: project?.[name].join(', ') ?? ''};
}

/** The browser can tell what is wrong with a field only where it is seen. */
const UNFOLD = {
  capture: true,
  handleEvent(event: Event): void {
    (event.currentTarget as HTMLDetailsElement).open = true;
  },
};

/** Folded, so that the common case stays short; unfolded when something was wrong, which may be in it. */
export function section(title: string, open: boolean, fields: TemplateResult): TemplateResult {
  return html`<details class="section" ?open=${open} @invalid=${UNFOLD}><summary>${title}</summary>${fields}</details>`;
}
