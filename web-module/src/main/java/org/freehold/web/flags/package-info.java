/**
 * Feature flags over HTTP: the API by which they are kept, and the OpenFeature Remote Evaluation
 * Protocol by which they are asked for.
 */
package org.freehold.web.flags;
