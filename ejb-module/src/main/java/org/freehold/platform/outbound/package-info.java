/** Calls to addresses that tenants name: what they may reach, and what they may not. */
package org.freehold.platform.outbound;
