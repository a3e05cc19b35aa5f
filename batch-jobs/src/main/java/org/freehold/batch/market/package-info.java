/** Making a tenant of a template, step by step, and undoing it when a step fails. */
package org.freehold.batch.market;
