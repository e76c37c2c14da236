using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Worlds;

/// <summary>What a movement carries, of whom its people consist, by what means it is reached and what it crosses: nothing of it is shown to a force.</summary>
internal static class Load
{
    /// <summary>Says all of it. INVARIANT: one of the parts of the staff alone, and not more than one, so that it is taken whatever total is there.</summary>
    public static void Put(JsonObject fields, string word)
    {
        fields["drivers"] = 1;
        fields["cargo"] = new JsonArray("FOOD", "WASH");
        fields["cargoTonnes"] = word.Length + 0.25;
        fields["cargoCubicMetres"] = word.Length * 2;
        fields["dangerousGoods"] = false;
        fields["waybill"] = $"Waybill {word}";
        fields["communications"] = new JsonArray("HF_RADIO", "MOBILE_PHONE");
        fields["radioCallSign"] = $"Base {word}";
        fields["frontLineCrossing"] = false;
        fields["partiesOnRoute"] = $"Held by {word}.";
    }

    /// <summary>Says all of it otherwise, in another number of codes. Whatever parts of the staff were said before are said anew.</summary>
    public static void PutOther(JsonObject fields)
    {
        (fields["internationalStaff"], fields["nationalStaff"], fields["drivers"], fields["contractors"]) = (0, 0, 0, 1);
        fields["cargo"] = new JsonArray("FUEL");
        fields["cargoTonnes"] = 71.5;
        fields["cargoCubicMetres"] = 64.25;
        fields["dangerousGoods"] = true;
        fields["waybill"] = "Said otherwise: 36.51234, 36.51234, +999 11 555 0178.";
        fields["communications"] = new JsonArray("SATELLITE_PHONE", "VEHICLE_TRACKER", "VHF_RADIO");
        fields["radioCallSign"] = "Kite base, +999 11 555 0173";
        fields["frontLineCrossing"] = true;
        fields["partiesOnRoute"] = "Held by others: 36.51234, 36.51234.";
    }
}
