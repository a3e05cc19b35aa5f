/**
 * The forms that values of projects must have, as Bean Validation constraints. Nothing here asks
 * the network.
 */
package org.freehold.projects.constraints;
