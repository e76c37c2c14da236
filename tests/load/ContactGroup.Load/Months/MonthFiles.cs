using System.Globalization;
using System.Text;

namespace ContactGroup.Load.Months;

/// <summary>
/// Made-up movements and sites of a theatre's month, as the tables that they are imported from; the same from the same seed and day. Sizes of NE Nigeria in December 2020:
/// 734 forms, 30 organisations, 44 destinations, 1,700 vehicles in a month; sites of Syria by 2019: more than 1,000. Every movement has its road drawn, every third one
/// another way as well.
/// </summary>
internal sealed class MonthFiles(int seed, DateTimeOffset day)
{
    public const int Movements = 750;
    public const int Vehicles = 1_700;
    public const int Sites = 1_000;

    private const int Organisations = 30;
    private const int Destinations = 44;
    private const int PositionsOfLeg = 30;
    private const string Forces = "military:northern-force";
    private const string BothForces = "military:northern-force;military:southern-force";

    private static readonly string[] SiteTypes = ["OFFICE", "WAREHOUSE", "HOSPITAL", "CLINIC_PHC", "SCHOOL", "IDP_SITE_CAMP", "DISTRIBUTION_POINT", "WATER_POINT_STATION", "BAKERY", "COMMUNITY_CENTRE"];
    private static readonly string[] VehicleTypes = ["TRUCK_LT_10T", "TRUCK_10_20T", "TRUCK_GT_20T", "LV_SOFT", "MINIBUS", "AMBULANCE"];
    private static readonly string[] Beginnings = ["Bar", "Kel", "Tam", "Ros", "Min", "Dor", "Sal", "Far", "Gul", "Nar", "Zer"];
    private static readonly string[] Ends = ["andi", "orun", "eska", "umat"];

    private ulong state = (ulong)seed;

    /// <summary>Writes <c>movements.csv</c> and <c>sites.csv</c>.</summary>
    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "movements.csv"), MovementTable(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await File.WriteAllTextAsync(Path.Combine(folder, "sites.csv"), SiteTable(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    private string MovementTable()
    {
        var table = new StringBuilder(
            "id,row,category,mode,purpose,windowStart,windowEnd,country,contactName,contactPhone,staff,notes,routeGeometry,alternateRoutes,stopType,stopName,lat,lon,at,vehicleType,plate,colour,marking,tell\r\n");
        for (var number = 0; number < Movements; number++)
        {
            var start = day.AddDays(4 + Next(27)).AddHours(5 + Next(8));
            var destination = number % Destinations;
            var (depot, gate, end) = (Place(number % 7), Place(number % 11 + 20), Place(destination));
            var other = number % 3 == 0 ? Road(-1, depot, end) : "";
            table.AppendLine(CultureInfo.InvariantCulture, $"M-{number:D4},MOVEMENT,STANDARD,ROAD,AID_DELIVERY,{Instant(start)},{Instant(start.AddHours(10))},SYR,Dispatch {number % Organisations + 1},+999 11 555 {number:D4},{2 + Next(8)},Brought by organisation {number % Organisations + 1},{Road(1, depot, gate, end)},{other},,,,,,,,,,{(number % 3 == 0 ? BothForces : Forces)}");
            AddStop(table, number, "ORIGIN", "Depot of " + Town(number % 7), depot, start);
            AddStop(table, number, "CHECKPOINT", "Gate of " + Town(number % 11), gate, start.AddHours(3));
            AddStop(table, number, "DESTINATION", Town(destination), end, start.AddHours(7));

            // 550 with two and 200 with three are 1,700.
            for (var vehicle = 0; vehicle < (number % 15 < 4 ? 3 : 2); vehicle++)
            {
                table.AppendLine(CultureInfo.InvariantCulture, $"M-{number:D4},VEHICLE,,,,,,,,,,,,,,,,,,{Of(VehicleTypes)},QX {number:D4} {vehicle},white,Logo on both doors,");
            }
        }

        return table.ToString();
    }

    private static void AddStop(StringBuilder table, int number, string type, string name, (double Lat, double Lon) at, DateTimeOffset time) => table.AppendLine(
        CultureInfo.InvariantCulture, $"M-{number:D4},STOP,,,,,,,,,,,,,{type},{name},{at.Lat:F6},{at.Lon:F6},{Instant(time)},,,,,");

    private string SiteTable()
    {
        var table = new StringBuilder(
            "id,siteType,name,localName,country,admin1,lat,lon,coordinateMethod,accuracy,footprint,validFrom,buildings,contactName,contactPhone,relation,function,staff,tell\r\n");
        for (var number = 0; number < Sites; number++)
        {
            var (type, town) = (Of(SiteTypes), Town(number % Destinations));

            // A grid of two kilometres, so that no two look like one.
            var (lat, lon) = (1.5 + (number / 40 * 0.02) + 0.001234, 2.5 + (number % 40 * 0.02) + 0.004321);
            table.AppendLine(CultureInfo.InvariantCulture, $"S-{number:D4},{type},{town} {number},موقع {number},SYR,{town},{lat:F6},{lon:F6},GPS_ON_SITE,{5 + Next(20)},{lat - 0.0005:F6} {lon - 0.0005:F6}; {lat - 0.0005:F6} {lon + 0.0005:F6}; {lat + 0.0005:F6} {lon + 0.0005:F6},2026-01-01,{1 + Next(5)},Duty of {number % Organisations + 1},+999 11 556 {number:D4},OPERATES,Relief,{1 + Next(40)},{(number % 3 == 0 ? BothForces : Forces)}");
        }

        return table.ToString();
    }

    private static string Town(int number) => Beginnings[number % Beginnings.Length] + Ends[number / Beginnings.Length % Ends.Length];

    private static (double Lat, double Lon) Place(int number) => (1.6 + (number * 0.01) + 0.000123, 2.6 + (number * 37 % 44 * 0.015) + 0.000321);

    // Within some hundred metres of the straight line, as a road is that was drawn by hand.
    private static string Road(int side, params (double Lat, double Lon)[] places) => string.Join("; ", places.Zip(places.Skip(1)).SelectMany((leg, number) =>
        Enumerable.Range(0, PositionsOfLeg + 1).Skip(number == 0 ? 0 : 1).Select(step =>
        {
            var (way, bend) = (step / (double)PositionsOfLeg, side * 0.006 * Math.Sin(Math.PI * 3 * step / PositionsOfLeg));
            return string.Create(
                CultureInfo.InvariantCulture, $"{leg.First.Lat + (way * (leg.Second.Lat - leg.First.Lat)) + bend:F6} {leg.First.Lon + (way * (leg.Second.Lon - leg.First.Lon)):F6}");
        })));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Of(string[] all) => all[Next(all.Length)];

    // SplitMix64: the same from the same seed in every version of the framework.
    private int Next(int below)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
    }
}
