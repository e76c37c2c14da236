using System.Text.Json.Nodes;

namespace ContactGroup.Load.Months;

/// <summary>Where a made-up month happens.</summary>
internal static class MonthPlaces
{
    /// <summary>Where people go: as many as in NE Nigeria.</summary>
    public const int Destinations = 44;

    private const int PositionsOfLeg = 30;

    private static readonly (string Latin, string Arabic)[] Beginnings =
        [("Bar", "بار"), ("Kel", "كيل"), ("Tam", "تام"), ("Ros", "روس"), ("Min", "مين"), ("Dor", "دور"), ("Sal", "سال"), ("Far", "فار"), ("Gul", "غول"), ("Nar", "نار"), ("Zer", "زير")];

    private static readonly (string Latin, string Arabic)[] Ends = [("andi", "اندي"), ("orun", "ورون"), ("eska", "يسكا"), ("umat", "ومات")];

    public static string Town(int number) => BeginningOf(number).Latin + EndOf(number).Latin;

    public static string ArabicTown(int number) => BeginningOf(number).Arabic + EndOf(number).Arabic;

    public static (double Lat, double Lon) Place(int number) => (1.6 + (number * 0.01) + 0.000123, 2.6 + (number * 37 % Destinations * 0.015) + 0.000321);

    /// <summary>Within some hundred metres of the straight line, as a road is that was drawn by hand.</summary>
    public static JsonObject Road(int side, params (double Lat, double Lon)[] places) => new()
    {
        ["type"] = "LineString",
        ["coordinates"] = new JsonArray([.. places.Zip(places.Skip(1)).SelectMany((leg, number) => Leg(side, leg.First, leg.Second).Skip(number == 0 ? 0 : 1))]),
    };

    /// <summary>Six decimals, as positions are kept.</summary>
    public static double Degrees(double exact) => Math.Round(exact, 6);

    private static IEnumerable<JsonArray> Leg(int side, (double Lat, double Lon) from, (double Lat, double Lon) to) => Enumerable.Range(0, PositionsOfLeg + 1).Select(step =>
    {
        var (way, bend) = (step / (double)PositionsOfLeg, side * 0.006 * Math.Sin(Math.PI * 3 * step / PositionsOfLeg));
        return new JsonArray(Degrees(from.Lon + (way * (to.Lon - from.Lon))), Degrees(from.Lat + (way * (to.Lat - from.Lat)) + bend));
    });

    private static (string Latin, string Arabic) BeginningOf(int number) => Beginnings[number % Beginnings.Length];

    private static (string Latin, string Arabic) EndOf(int number) => Ends[number / Beginnings.Length % Ends.Length];
}
