/** The dashboard's files; what it shows comes from the API like everybody's. */
package org.freehold.web.dashboard;
