using System.Text.Json;
using ContactGroup.EndToEnd.Tests.Stage;
using ContactGroup.Testing;

namespace ContactGroup.EndToEnd.Tests.Scenarios;

/// <summary>A movement notified, read and acknowledged at four terminals.</summary>
public sealed class MovementFromATerminalTests(Theatre theatre) : IClassFixture<Theatre>
{
    private const string Northern = "military:northern-force";
    private static readonly DateTimeOffset Day = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(5), TimeSpan.Zero);

    [Fact]
    public async Task A_movement_reaches_the_named_force_and_its_own_side_and_the_receipt_comes_back()
    {
        using var author = await theatre.SitDownAsync("samir");
        using var colleague = await theatre.SitDownAsync("jonas");
        using var force = await theatre.SitDownAsync("okan");
        using var otherForce = await theatre.SitDownAsync("rafiq");

        var reference = (await author.RunAsync(new Convoy(Day.AddHours(6), "QX-71904").Notify("Movements and sites", Northern))).GetProperty("reference").GetString()!;

        await Eventually.IsAsync(reference, () => HeldAsync(colleague), every: Terminal.Pace);
        await Eventually.IsAsync(reference, () => HeldAsync(force), every: Terminal.Pace);
        Assert.Null(await HeldAsync(otherForce));

        var told = (await force.RunAsync("show", reference)).GetProperty("fields");
        Assert.Equal(36.123456, told.GetProperty("route")[0].GetProperty("lat").GetDouble());
        Assert.False(told.TryGetProperty("notes", out _));
        Assert.False(told.TryGetProperty("recipients", out _));

        await force.RunAsync("movements", "acknowledge", reference, "--cell", "Air liaison cell", "--version", told.GetProperty("version").GetRawText());

        await Eventually.IsAsync("ACKNOWLEDGED by Air liaison cell", async () => Receipt(await author.RunAsync("show", reference)), every: Terminal.Pace);
    }

    /// <summary>Reference of the one movement that somebody holds; null when there is none.</summary>
    private static async Task<string?> HeldAsync(Terminal terminal) =>
        (await terminal.RunAsync("items", "--kind", "movement")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("reference").GetString()).SingleOrDefault();

    private static string Receipt(JsonElement item)
    {
        var line = item.GetProperty("fields").GetProperty("dispatch")[0];
        return line.TryGetProperty("cell", out var cell) ? $"{line.GetProperty("state")} by {cell}" : $"{line.GetProperty("state")}";
    }
}
