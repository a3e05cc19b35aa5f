/**
 * Lets events go whose time is over: puts them into archives that verify by themselves, keeps what
 * certifies it, and removes them. No hash of the tree is ever touched.
 */
package org.freehold.audit.archive;
