/** Plans, and the subscription of a tenant, over HTTP. */
package org.freehold.web.plans;
