/**
 * Files over HTTP: uploads as multipart/form-data, downloads with ranges (RFC 9110 §13 and §14).
 */
package org.freehold.web.files;
