/**
 * What demo data says. Pure functions of the tenant and of numbers: no clock, no database, no
 * chance.
 */
package org.freehold.demo.content;
