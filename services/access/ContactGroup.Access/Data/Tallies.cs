using ContactGroup.Access.Domain;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Access.Data;

/// <summary>
/// Counts notices as they stood at an instant: the present version, or of one that was once taken back from its side the version that the whole side holds again.
/// </summary>
internal sealed class Tallies([FromKeyedServices(AccessModule.Name)] ModuleStore store)
{
    /// <summary>Counts by room, area, month and type.</summary>
    /// <param name="country">A code of the list of countries.</param>
    /// <param name="from">First month.</param>
    /// <param name="to">Last month.</param>
    /// <param name="at">Versions after this instant are not there yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<Tally>> AtAsync(string country, string from, string to, DateTimeOffset at, CancellationToken cancellationToken) => store.ReadAsync(
        async connection =>
        {
            var rows = await connection.QueryAsync<Tally>(
                """
                SELECT n.channel AS Channel, v.exercise AS Exercise, v.area AS Area, v.month AS Month, v.constraint_type AS ConstraintType,
                       count(*) AS Notices, max(v.severity) AS Severity
                FROM notices n JOIN notice_versions v ON v.item = n.item
                WHERE v.country = @country AND v.month >= @from AND v.month <= @to AND v.counted = 1 AND v.at <= @at
                      AND EXISTS (SELECT 1 FROM notice_versions p WHERE p.item = v.item AND p.counted = 1
                          AND p.version = (SELECT max(w.version) FROM notice_versions w WHERE w.item = v.item AND w.at <= @at))
                      AND v.version = CASE
                          WHEN EXISTS (SELECT 1 FROM side_holdings h WHERE h.item = v.item AND h.at <= @at)
                          THEN (SELECT h.version FROM side_holdings h WHERE h.item = v.item AND h.at <= @at ORDER BY h.change DESC LIMIT 1)
                          ELSE (SELECT max(w.version) FROM notice_versions w WHERE w.item = v.item AND w.at <= @at) END
                GROUP BY n.channel, v.exercise, v.area, v.month, v.constraint_type
                """,
                new { country, from, to, at = at.ToMicroseconds() });
            return (IReadOnlyList<Tally>)rows.AsList();
        },
        cancellationToken);
}
