-- What undoes the sections of a bundle that other features carried out; null when there are none, or they are undone.
alter table deployment add column operations jsonb;
