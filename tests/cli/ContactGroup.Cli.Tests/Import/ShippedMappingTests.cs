using System.Text.Json.Nodes;
using ContactGroup.Cli.Import;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Import;

/// <summary>The shipped mappings on made-up records of the layouts they are for.</summary>
public sealed class ShippedMappingTests
{
    [Theory]
    [InlineData("awsd")]
    [InlineData("hxl")]
    [InlineData("insecurity-insight")]
    public async Task Every_field_and_code_of_a_shipped_mapping_exists(string name)
    {
        var mapping = await MappingFile.LoadAsync(name, CancellationToken.None);

        Assert.Empty(MappingCheck.Run(mapping));
        Assert.Equal(name, mapping.Name);
    }

    [Fact]
    public async Task A_record_of_Insecurity_Insight_becomes_a_report()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("records.json", """
            [{"Date":"2026-02-03","Event Description":"Made up: two people of a clinic were hurt.","Country":"Meridian","Country ISO":"SDN","Admin 1":"Kestrel",
              "Latitude":"12.25","Longitude":"25.5","Geo Precision":"(2) 25 km precision ","Location of Incident":"Compound or Office Building",
              "Reported Perpetrator":"NSA","Reported Perpetrator Name":"The made-up militia","Weapon Carried/Used":"Firearms, Stones, Sticks and Gravel",
              "Organisation Affected":"LNGO, UN Agency","Programme Focus":"Health","Aid Workers Killed":"0","Aid Workers Injured":"2",
              "National Aid Workers Injured":"1","International Aid Workers Injured":"0","Aid Workers Kidnapped":"0","Aid Workers Arrested":"0",
              "Known Kidnapping or Arrest Outcome":null,"SiND Event ID":7}]
            """);

        Assert.Equal(ExitCode.Ok, await Run(terminal, file, "insecurity-insight"));

        var expected = JsonNode.Parse("""
            {"stage":"POST_INCIDENT","sourceType":"DATABASE","targetType":"HUMANITARIAN_STAFF","occurredAt":"2026-02-03","country":"SDN","admin1":"Kestrel",
             "position":{"lat":12.25,"lon":25.5},"geoPrecision":"2","locationType":"OFFICE_COMPOUND","actorType":"NON_STATE_ARMED_GROUP",
             "actorName":"The made-up militia","weapons":["FIREARMS","STONES_STICKS_GRAVEL"],"organisationTypes":["NNGO","UN"],"programmeFocus":"HEALTH",
             "narrativeRestricted":"Made up: two people of a clinic were hurt.",
             "impact":{"killed":0,"injured":2,"injuredNational":1,"kidnapped":0,"arrestedDetained":0},
             "category":"INJURED","sourceReference":{"system":"insecurity-insight","id":"7"}}
            """);
        Assert.True(JsonNode.DeepEquals(expected, terminal.Api.Reports.Single()), terminal.Api.Reports.Single().ToJsonString());
    }

    [Fact]
    public async Task Words_that_mean_nothing_leave_their_field_out()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("records.json", """
            [{"Date":"2026-02-03","Country ISO":"SDN","Admin 1":"No Information","Latitude":null,"Longitude":null,"Geo Precision":"(6) Country",
              "Location of Incident":"No information","Reported Perpetrator":"No Information","Weapon Carried/Used":"No Information on the Weapon Used",
              "Organisation Affected":"","Programme Focus":"none","Aid Workers Killed":"1","SiND Event ID":8}]
            """);

        await Run(terminal, file, "insecurity-insight");

        var report = terminal.Api.Reports.Single();
        foreach (var field in (string[])["admin1", "position", "locationType", "actorType", "organisationTypes", "programmeFocus"])
        {
            Assert.False(report.ContainsKey(field), field);
        }

        Assert.Equal("6", report["geoPrecision"]!.GetValue<string>());
        Assert.Equal("KILLED", report["category"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(1, 1, 1, 1, "KILLED")]
    [InlineData(0, 1, 1, 1, "KIDNAPPED_ABDUCTED")]
    [InlineData(0, 1, 0, 1, "INJURED")]
    [InlineData(0, 0, 0, 1, "ARREST_DETENTION")]
    [InlineData(0, 0, 0, 0, "AIR_DRONE_STRIKE")]
    public async Task The_gravest_outcome_names_the_incident(int killed, int injured, int kidnapped, int arrested, string category)
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("records.csv", $"""
            Date,Country ISO,Weapon Carried/Used,Aid Workers Killed,Aid Workers Injured,Aid Workers Kidnapped,Aid Workers Arrested,SiND Event ID
            2026-02-03,SDN,Aerial Bomb: Drone,{killed},{injured},{kidnapped},{arrested},1
            """);

        await Run(terminal, file, "insecurity-insight");

        Assert.Equal(category, terminal.Api.Reports.Single()["category"]!.GetValue<string>());
    }

    [Fact]
    public async Task No_mapping_fills_the_summary_that_goes_to_other_sides()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("records.json", """[{"Date":"2026-02-03","Event Description":"Made up.","Country ISO":"SDN","Aid Workers Killed":"1","SiND Event ID":9}]""");
        var mapping = terminal.Write("mine.json", """
            {"name":"mine","system":"mine","constants":{"category":"OTHER"},"fields":[{"to":"occurredAt","from":["Date"],"as":"date"},{"to":"summary","from":["Event Description"],"as":"text"}]}
            """);

        await Run(terminal, file, "insecurity-insight");
        Assert.False(terminal.Api.Reports.Single().ContainsKey("summary"));

        Assert.Equal(ExitCode.Refused, await Run(terminal, file, mapping));
        Assert.Contains("written by a person", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_codes_and_later_labels_of_AWSD_mean_the_same()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("awsd.csv", """
            Incident ID,Year,Month,Day,Country,Region,District,City,UN,INGO,ICRC,NRCS and IFRC,NNGO,Other,Nationals killed,Total killed,Total wounded,Total kidnapped,Means of attack,Attack context,Location,Latitude,Longitude,Motive,Actor type,Actor name,Details
            101,2026,2,3,Sudan,Kestrel,Upper,Tamarind,0,2,0,1,0,0,1,1,0,0,VBIED-S,Am,R,1.5,2.5,Political,Host state,Made-up guards,Made up.
            102,2026,February,,South Sudan,,,,1,0,0,0,0,0,,0,0,2,Kidnapping,Raid,Project site,,,Unknown,Criminal,,Made up.
            103,2026,2,4,DRC,,,,0,0,0,0,1,0,,0,1,0,Rape/sexual assault,U,Home,,,,,,Made up.
            """);

        Assert.Equal(ExitCode.Ok, await Run(terminal, file, "awsd", "--concurrency", "1"));

        var (first, second, third) = (terminal.Api.Reports.ElementAt(0), terminal.Api.Reports.ElementAt(1), terminal.Api.Reports.ElementAt(2));
        Assert.Equal("VEHICLE_BORNE_IED_SUICIDE", first["means"]!.GetValue<string>());
        Assert.Equal("AMBUSH", first["context"]!.GetValue<string>());
        Assert.Equal("ROAD", first["locationType"]!.GetValue<string>());
        Assert.Equal("SDN", first["country"]!.GetValue<string>());
        Assert.Equal("""["INGO","RCRC_NATIONAL_SOCIETY"]""", first["organisationTypes"]!.ToJsonString());
        Assert.Equal("KILLED", first["category"]!.GetValue<string>());
        Assert.Equal("2026-02-01", second["occurredAt"]!.GetValue<string>());
        Assert.Equal("3", second["timePrecision"]!.GetValue<string>());
        Assert.Equal("SSD", second["country"]!.GetValue<string>());
        Assert.Equal("KIDNAPPED_ABDUCTED", second["category"]!.GetValue<string>());
        Assert.Equal("SEXUAL_VIOLENCE", third["category"]!.GetValue<string>());
        Assert.Equal("COD", third["country"]!.GetValue<string>());
    }

    [Fact]
    public async Task HXL_columns_are_found_by_tag_whatever_they_are_called()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("hxl.csv", """
            Jour,Pays,Tués,Tués (f),Lat.,Lon.,Précision,Quoi,No
            #date+occurred,#country+code+v_iso3,#affected+aidworker+killed,#affected +f +aidworker +killed,#geo+lat,#geo+lon,#geo+precision,#description+i_fr,#event+id
            2026-02-03,SDN,2,1,12.25,25.5,(3) District,Inventé.,A-1
            """);

        Assert.Equal(ExitCode.Ok, await Run(terminal, file, "hxl"));

        var report = terminal.Api.Reports.Single();
        Assert.Equal(2, report["impact"]!["killed"]!.GetValue<int>());
        Assert.Equal("KILLED", report["category"]!.GetValue<string>());
        Assert.Equal("Inventé.", report["narrativeRestricted"]!.GetValue<string>());
        Assert.StartsWith("hxl:", report["sourceReference"]!["system"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("A-1", report["sourceReference"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_file_without_tags_is_not_HXL()
    {
        using var terminal = await new Terminal().SignedInAsync();
        var file = terminal.Write("plain.csv", "Date,Country\n2026-02-03,SDN\n");

        Assert.Equal(ExitCode.Refused, await Run(terminal, file, "hxl"));

        Assert.Contains("no row of HXL tags", terminal.Out, StringComparison.Ordinal);
    }

    private static Task<ExitCode> Run(Terminal terminal, string file, string mapping, params string[] more) =>
        terminal.RunAsync(["import", "incidents", file, "--channel", "NGO room", "--mapping", mapping, .. more]);
}
