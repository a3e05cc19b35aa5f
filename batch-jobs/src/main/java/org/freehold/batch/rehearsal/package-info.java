/** A job that does nothing but count: it shows what this server does with runs. */
package org.freehold.batch.rehearsal;
