import assert from 'node:assert/strict';
import test from 'node:test';
import {amountOf, type Billing, gives, isPaidFirst, paymentTone, type Plan, told, useTone} from '../../main/frontend/plans/plan.js';

const PRO: Plan = {
  id: 'pro',
  name: 'Pro',
  description: null,
  price: {amount: 99, currency: 'USD'},
  limits: {users: 100, storage_bytes: 2_000_000_000},
  entitlements: {analytics: 'advanced', audit_retention_days: 2555, custom_domains: true, scim: false, region: '', seats: 0},
  offered: true,
  checkout: false,
};

const LOCAL: Billing = {provider: 'local', status: null, pending_plan: null, refusal: null, portal: false};

test('a plan tells what it gives and not what it does not', () => {
  assert.deepEqual(gives(PRO), [
    '100 users',
    '2.0 GB storage',
    'Analytics: advanced',
    `Audit retention days: ${told(2555)}`,
    'Custom domains',
  ]);
  assert.deepEqual(gives({...PRO, limits: {}, entitlements: {analytics: 'none'}}), ['No limits']);
});

test('single sign-on is sold as the product’s, for there is none here', () => {
  assert.deepEqual(gives({...PRO, limits: {}, entitlements: {sso: true, scim: true}}), ['No limits', 'SSO in the product', 'SCIM in the product']);
});

test('bytes are told as bytes, all else as numbers', () => {
  assert.equal(amountOf({meter: 'storage_bytes'}, 1500), '1.5 KB');
  assert.equal(amountOf({meter: 'projects'}, 15), '15');
});

test('four fifths of a limit warn and all of it is bad', () => {
  assert.equal(useTone(null), 'calm');
  assert.equal(useTone(79), 'calm');
  assert.equal(useTone(80), 'warn');
  assert.equal(useTone(100), 'bad');
});

test('a plan is paid first where it is sold, by whoever does not pay there yet', () => {
  assert.equal(isPaidFirst(PRO, LOCAL), false);
  assert.equal(isPaidFirst({...PRO, checkout: true}, LOCAL), true);
  assert.equal(isPaidFirst({...PRO, checkout: true}, {...LOCAL, provider: 'stripe', status: 'active'}), false);
});

test('late payment warns, and no payment is bad', () => {
  assert.equal(paymentTone('active'), 'good');
  assert.equal(paymentTone('past_due'), 'warn');
  assert.equal(paymentTone('unpaid'), 'bad');
});
