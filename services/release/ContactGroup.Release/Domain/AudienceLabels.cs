using ContactGroup.Classification;

namespace ContactGroup.Release.Domain;

/// <summary>Audiences and targets in plain English. Clients with another language translate the code instead.</summary>
internal static class AudienceLabels
{
    public static string Of(string target) => target switch
    {
        "side:humanitarian" => "the humanitarian side",
        "side:political" => "the political side",
        "own-organisation" => "your organisation",
        _ => Audience.TryParse(target.Replace("audience:", string.Empty, StringComparison.Ordinal), out var audience) ? Of(audience) : target,
    };

    public static string Of(Audience audience) => audience.Constituency switch
    {
        Constituency.UnHumanitarian => "UN humanitarian agencies",
        Constituency.Ingo => "international NGOs",
        Constituency.Nngo => "national NGOs",
        Constituency.Rcrc => "the Red Cross and Red Crescent Movement",
        Constituency.Development => "development organisations",
        Constituency.Donor => "donors",
        Constituency.HostAuthority => "the host authority",
        Constituency.Political => "political missions",
        Constituency.Police => "police",
        Constituency.Military => $"the force {audience.Force}",
        Constituency.Coordination => "the coordination office",
        Constituency.Observer => "observers",
        _ => "nobody known",
    };
}
