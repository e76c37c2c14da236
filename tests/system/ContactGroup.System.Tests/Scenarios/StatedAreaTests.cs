using System.Text.Json.Nodes;
using ContactGroup.Client;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>What is notified is compared with the areas of the ground that people choose places on, without a word of the operator, and never where the operator wants none.</summary>
public sealed class StatedAreaTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();

    [Fact]
    public async Task A_site_in_another_province_than_it_states_is_named_to_who_notifies_it_and_is_taken()
    {
        using var process = await StandaloneProcess.StartExerciseAsync(folder.Path);

        Assert.Empty(await WarningsAsync(process, lat: 1.91234));
        var warning = Assert.Single(await WarningsAsync(process, lat: 1.31234));
        Assert.Equal("position", warning.Field);
        Assert.Contains("Highland (XX01)", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_setting_compares_nothing()
    {
        using var process = await StandaloneProcess.StartExerciseAsync(folder.Path, "--Movements:Boundaries=");

        Assert.Empty(await WarningsAsync(process, lat: 1.31234));
    }

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    private async Task<IReadOnlyList<PositionWarning>> WarningsAsync(StandaloneProcess at, double lat)
    {
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = at.Address });
        await client.SignInAsync("amal", at.Password);
        var room = (await client.GetGroupsAsync()).SelectMany(group => group.Channels).First(channel => channel.Name == "Movements and sites").Id;
        var receipt = await client.NotifySiteAsync(room, new JsonObject
        {
            ["siteType"] = "WAREHOUSE",
            ["name"] = $"Depot at {lat}",
            ["country"] = "SYR",
            ["admin1Pcode"] = "XX01",
            ["position"] = new JsonObject { ["lat"] = lat, ["lon"] = 2.31234 },
            ["coordinateMethod"] = "MAP",
            ["accuracy"] = 50,
            ["callContact"] = new JsonObject { ["name"] = "Keeper", ["phone"] = "119" },
            ["relation"] = "SUPPORTS",
            ["recipients"] = new JsonArray(),
        });
        return receipt.Warnings ?? [];
    }
}
