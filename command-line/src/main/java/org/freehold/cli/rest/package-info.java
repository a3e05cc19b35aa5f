/** The public API as a client sees it: sessions, requests, answers and refusals. */
package org.freehold.cli.rest;
