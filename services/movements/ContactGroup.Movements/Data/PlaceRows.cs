using System.Data.Common;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Movements.Domain;
using Dapper;

namespace ContactGroup.Movements.Data;

/// <summary>The places of notifications in force, to find those of the same organisation in the same room that are near.</summary>
internal static class PlaceRows
{
    /// <summary>More than this near one place says no more than this many does.</summary>
    private const int Most = 200;

    /// <summary>Neighbourhood in which an organisation works.</summary>
    private const double WorkKilometres = 200;

    private const double KilometresPerDegree = 111.195;

    /// <summary>Keeps the places of a notification as it is now; none of one that was taken back.</summary>
    public static async Task KeepAsync(DbConnection connection, Notification notification)
    {
        await connection.ExecuteAsync("DELETE FROM notified_places WHERE item = @Item", new { notification.Item });
        if (notification.Status != ItemStatus.Withdrawn)
        {
            await connection.InsertAsync(
                "notified_places (item, ordinal, channel, organisation, kind, reference, names, lat, lon, ends)",
                notification.Kind.Places(notification).Select((place, ordinal) => RowOf(notification, place, ordinal)));
        }
    }

    /// <summary>What looks like the same place, or like numbers exchanged.</summary>
    public static async Task<IReadOnlyList<Warning>> WarningsAsync(DbConnection connection, Notification notification, DateTimeOffset now)
    {
        var warnings = new List<Warning>();
        foreach (var place in notification.Kind.IsCompared ? notification.Kind.Places(notification) : [])
        {
            var isNearOwn = await IsNearAsync(connection, notification, place.Position, now);
            var isNearWhenSwapped = Places.Swapped(place.Position) is { } swapped && await IsNearAsync(connection, notification, swapped, now);
            if (Lookalikes.Swapped(isNearOwn, isNearWhenSwapped) is { } warning)
            {
                warnings.Add(warning);
            }

            warnings.AddRange(Lookalikes.Of(place, await NearAsync(connection, notification, place.Position, Lookalikes.NameKilometres, Most, now)));
        }

        return warnings;
    }

    private static async Task<bool> IsNearAsync(DbConnection connection, Notification notification, (double Lat, double Lon) position, DateTimeOffset now) =>
        (await NearAsync(connection, notification, position, WorkKilometres, most: 1, now)).Count > 0;

    private static async Task<IReadOnlyList<OwnPlace>> NearAsync(
        DbConnection connection, Notification notification, (double Lat, double Lon) position, double kilometres, int most, DateTimeOffset now)
    {
        var north = kilometres / KilometresPerDegree;
        var east = north / Math.Max(0.01, Math.Cos(double.DegreesToRadians(position.Lat)));
        return (await connection.QueryAsync<OwnPlace>(
            """
            SELECT reference AS Reference, kind AS Kind, names AS Names, lat AS Lat, lon AS Lon
            FROM notified_places
            WHERE channel = @Channel AND organisation = @Organisation AND item <> @Item
              AND lat BETWEEN @south AND @north AND lon BETWEEN @west AND @east AND ends > @now
            ORDER BY item, ordinal LIMIT @most
            """,
            new
            {
                notification.Channel,
                notification.Origin.Organisation,
                notification.Item,
                south = position.Lat - north,
                north = position.Lat + north,
                west = position.Lon - east,
                east = position.Lon + east,
                now = now.ToMicroseconds(),
                most,
            })).AsList();
    }

    private static object[] RowOf(Notification notification, NotifiedPlace place, int ordinal) =>
    [
        notification.Item, (long)ordinal, notification.Channel, notification.Origin.Organisation, notification.Kind.Name, notification.Reference,
        string.Join('\n', place.Names), place.Position.Lat, place.Position.Lon, place.Until?.ToMicroseconds() ?? long.MaxValue,
    ];
}
