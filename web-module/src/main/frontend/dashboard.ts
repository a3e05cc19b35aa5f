import './shell/dashboard.js';
