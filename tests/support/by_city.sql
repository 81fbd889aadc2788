-- PostgreSQL as a stand-in for an engine that places rows by city (docs/scale.md): a table that has a city in all of its
-- unique keys becomes partitioned by the hash of its city as soon as it is made. PostgreSQL then refuses what Citus refuses:
-- a unique constraint without the city, a foreign key to one, an ON CONFLICT that names no such constraint.
-- Tables without are left in one place. Run once in a database of tests, as superuser.
CREATE FUNCTION public.place_by_city() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE
    made record;
    foreign_key record;
    plain text;
BEGIN
    IF current_setting('jianghui.placing', true) = 'on' THEN RETURN; END IF;
    PERFORM set_config('jianghui.placing', 'on', true);
    FOR made IN
        SELECT t.oid, t.relname AS name, n.nspname AS schema, a.attnum AS city
        FROM pg_event_trigger_ddl_commands() c JOIN pg_class t ON t.oid = c.objid
        JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'city'
        WHERE c.command_tag = 'CREATE TABLE' AND c.object_type = 'table' AND t.relkind = 'r' AND NOT t.relispartition
            AND t.relpersistence = 'p'
            AND EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)
    LOOP
        CONTINUE WHEN EXISTS (SELECT FROM pg_index i WHERE i.indrelid = made.oid AND i.indisunique
            AND NOT made.city = ANY (i.indkey::int2[]));
        plain := 'plain_' || made.oid;
        EXECUTE format('ALTER TABLE %I.%I RENAME TO %I', made.schema, made.name, plain);
        EXECUTE format('CREATE TABLE %1$I.%2$I (LIKE %1$I.%3$I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES) '
            'PARTITION BY HASH (city)', made.schema, made.name, plain);
        FOR part IN 0..1 LOOP
            EXECUTE format('CREATE TABLE %1$I.%3$I PARTITION OF %1$I.%2$I FOR VALUES WITH (MODULUS 2, REMAINDER %4$s)',
                made.schema, made.name, 'part_' || made.oid || '_' || part, part);
        END LOOP;
        FOR foreign_key IN SELECT pg_get_constraintdef(oid) AS told FROM pg_constraint WHERE conrelid = made.oid AND contype = 'f'
        LOOP
            EXECUTE format('ALTER TABLE %I.%I ADD %s', made.schema, made.name, foreign_key.told);
        END LOOP;
        EXECUTE format('DROP TABLE %I.%I', made.schema, plain);
    END LOOP;
    PERFORM set_config('jianghui.placing', 'off', true);
END $$;
CREATE EVENT TRIGGER place_by_city ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.place_by_city();
