using System.Text.Json.Nodes;

namespace ContactGroup.Load.Months;

/// <summary>What a movement of a month has with it: people, cargo, and means to be reached by. Where there is no cargo, or no means, nothing more is said of it.</summary>
internal sealed class MonthLoads(Draw draw)
{
    private static readonly Errand[] Errands =
    [
        new("AID_DELIVERY", "FOOD"), new("AID_DELIVERY", "NFI", "SHELTER"), new("AID_DELIVERY", "MEDICAL"), new("AID_DELIVERY", "WASH", "EQUIPMENT"), new("AID_DELIVERY", "FOOD", "NFI"),
        new("GENERAL_CARGO", "FUEL"), new("GENERAL_CARGO", "EDUCATION", "OTHER"), new("MEDICAL_EVACUATION", "MEDICAL"), new("STAFF_MOVEMENT"), new("ASSESSMENT", "NONE"), new("RETURN_EMPTY", "NONE"),
    ];

    private static readonly string[][] Means =
    [
        ["HF_RADIO", "SATELLITE_PHONE"], ["VHF_RADIO", "MOBILE_PHONE"], ["VHF_RADIO", "SATELLITE_PHONE", "VEHICLE_TRACKER"], ["MOBILE_PHONE"], ["SATELLITE_MESSENGER", "MOBILE_PHONE"], ["NONE"],
    ];

    public IEnumerable<(string Name, JsonNode? Value)> Of(int vehicles)
    {
        var errand = draw.Of(Errands);
        return [("purpose", draw.Falls(95) ? errand.Purpose : null), .. Cargo(errand.Cargo, vehicles), .. People(errand, vehicles), .. Reach()];
    }

    private (string Name, JsonNode? Value)[] Cargo(string[] cargo, int vehicles)
    {
        if (cargo is [] or ["NONE"])
        {
            return [("cargo", Said.Codes(cargo))];
        }

        var tonnes = (vehicles * (3 + draw.Next(9))) + 0.25;
        return
        [
            ("cargo", Said.Codes(cargo)),
            ("cargoTonnes", draw.Falls(85) ? tonnes : null),
            ("cargoCubicMetres", draw.Falls(60) ? tonnes * 3 : null),
            ("dangerousGoods", cargo is ["FUEL"] ? true : draw.Falls(70) ? false : null),
            ("waybill", draw.Falls(75) ? $"{draw.Of("WB", "بوليصة")}-{1_000 + draw.Next(9_000)}" : null),
        ];
    }

    // Whoever says how many of each says the total as well or lets it be reckoned; some say the total alone.
    private (string Name, JsonNode? Value)[] People(Errand errand, int vehicles)
    {
        int? evacuees = errand.Purpose == "MEDICAL_EVACUATION" ? 1 + draw.Next(12) : null;
        if (draw.Falls(20))
        {
            return [("staff", vehicles + 1 + draw.Next(8)), ("evacuees", evacuees)];
        }

        var (international, national, contractors) = (draw.Next(3), 1 + draw.Next(6), draw.Falls(40) ? 1 + draw.Next(vehicles) : 0);
        return
        [
            ("staff", draw.Falls(50) ? international + national + vehicles + contractors : null),
            ("internationalStaff", international),
            ("nationalStaff", national),
            ("drivers", vehicles),
            ("contractors", contractors > 0 ? contractors : null),
            ("evacuees", evacuees),
        ];
    }

    private (string Name, JsonNode? Value)[] Reach()
    {
        var means = draw.Of(Means);
        var hasRadio = means.Any(code => code.EndsWith("RADIO", StringComparison.Ordinal));
        return
        [
            ("communications", draw.Falls(90) || hasRadio ? Said.Codes(means) : null),
            ("radioCallSign", hasRadio ? $"{draw.Of("Heron", "Ibis", "نورس")} {draw.Next(90)}" : null),
        ];
    }

    private sealed record Errand(string Purpose, params string[] Cargo);
}
