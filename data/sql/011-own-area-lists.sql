-- The areas of a set with borders of its own: a line for each unit of its mesh, in their order, with
-- its code, a tab and its name. They come and go with the mesh; a row for each of thousands took
-- longer to write and record than their borders. own_area.unit is NULL from now on.
CREATE TABLE own_area_list (
  set_code TEXT NOT NULL PRIMARY KEY,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to > valid_from),
  areas TEXT NOT NULL CHECK (areas <> '')
) STRICT, WITHOUT ROWID;

INSERT INTO own_area_list (set_code, valid_from, valid_to, areas)
SELECT set_code, min (valid_from), max (valid_to),
  group_concat (
    code || char (9) || replace (replace (name, char (9), ' '), char (10), ' '), char (10))
FROM (SELECT * FROM own_area WHERE unit IS NOT NULL ORDER BY set_code, unit)
GROUP BY set_code;

DELETE FROM own_area WHERE unit IS NOT NULL;
