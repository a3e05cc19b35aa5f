import './portal/portal.js';
