/** HTTP for jobs, their runs and schedules. */
package org.freehold.web.jobs;
