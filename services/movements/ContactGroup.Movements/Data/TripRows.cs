using System.Data.Common;
using System.Globalization;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Movements;
using Dapper;

namespace ContactGroup.Movements.Data;

/// <summary>When and where notifications in force go, to find those of the same organisation in the same room that look like the same.</summary>
internal static class TripRows
{
    /// <summary>More than this in one time says no more than this many does.</summary>
    private const int Most = 200;

    // Says where and when, or says it anew: of what goes on as it was said there is nothing to look at.
    private static readonly string[] Compared = ["notify", "amend"];

    /// <summary>Keeps the trip of a notification as it is now; none of one that is over or was taken back.</summary>
    public static async Task KeepAsync(DbConnection connection, Notification notification)
    {
        await connection.ExecuteAsync("DELETE FROM notified_trips WHERE item = @Item", new { notification.Item });
        if (TripOf(notification) is { } trip)
        {
            await connection.InsertAsync(
                "notified_trips (item, channel, organisation, reference, starts, ends, stops, plates)",
                [[
                    notification.Item, notification.Channel, notification.Origin.Organisation, notification.Reference, trip.Start.ToMicroseconds(), trip.End.ToMicroseconds(),
                    Text(trip.Stops), string.Join('\n', trip.Plates),
                ]]);
        }
    }

    /// <summary>What looks like the same movement.</summary>
    public static async Task<IReadOnlyList<Warning>> WarningsAsync(DbConnection connection, Command command, Notification notification)
    {
        if (!Compared.Contains(command.Act, StringComparer.Ordinal) || TripOf(notification) is not { } trip)
        {
            return [];
        }

        var rows = await connection.QueryAsync<Row>(
            """
            SELECT reference AS Reference, stops AS Stops, plates AS Plates
            FROM notified_trips
            WHERE channel = @Channel AND organisation = @Organisation AND item <> @Item AND ends > @start AND starts < @end
            ORDER BY starts, item LIMIT @Most
            """,
            new
            {
                notification.Channel,
                notification.Origin.Organisation,
                notification.Item,
                start = trip.Start.ToMicroseconds(),
                end = trip.End.ToMicroseconds(),
                Most,
            });
        return [.. Trips.Warnings(trip, [.. rows.Select(row => row.Read())])];
    }

    private static Trip? TripOf(Notification notification) => notification.Status == ItemStatus.Withdrawn ? null : notification.Kind.Trip(notification);

    private static string Text(IReadOnlyList<(double Lat, double Lon)> stops) =>
        string.Join('\n', stops.Select(stop => string.Create(CultureInfo.InvariantCulture, $"{stop.Lat:R} {stop.Lon:R}")));

    private sealed record Row(string Reference, string Stops, string Plates)
    {
        public OwnTrip Read() => new(Reference, [.. Stops.Split('\n').Select(Position)], Plates.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        private static (double Lat, double Lon) Position(string text)
        {
            var parts = text.Split(' ');
            return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }
}
