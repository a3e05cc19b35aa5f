package org.freehold.engine.migration;

/**
 * A typed operation of a bundle. Keys and meaning follow pgroll's published schema where it has the
 * operation.
 */
public sealed interface Change
    permits CreateTable,
        DropTable,
        RenameTable,
        AddColumn,
        AlterColumn,
        DropColumn,
        RenameColumn,
        CreateIndex,
        DropIndex,
        CreateConstraint,
        DropConstraint,
        CreateEnum,
        AddEnumValue,
        Backfill,
        RawSql {}
