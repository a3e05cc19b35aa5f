-- Tenants of these plans say themselves how long their data is kept.
update control.plan set entitlements = entitlements || '{"custom_retention": true}'
  where id in ('enterprise', 'custom') and not entitlements ? 'custom_retention';
