using System.Text.RegularExpressions;
using ContactGroup.EndToEnd.Tests.Stage;

namespace ContactGroup.EndToEnd.Tests.Scenarios;

/// <summary>One truth per side: what an organisation reports, as five people see it in five browsers.</summary>
public sealed class ReportReachesEachSideTests(Theatre theatre) : IClassFixture<Theatre>
{
    private const string Northern = "Northern Force";

    private static readonly Report Shots = new(
        "AMBUSH_ROAD_ATTACK",
        "Shots at the heronbridge convoy",
        TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        "36.123456",
        "37.234567",
        "Quartzmen of the ridge",
        "EXERCISE. Gunfire on the lanternroad; no movement is advised there.",
        "EXERCISE. The second driver saw the thimblehouse burn.");

    [Fact]
    public async Task A_report_is_full_on_its_own_side_partial_for_the_chosen_force_after_release_and_absent_for_the_other()
    {
        await using var author = await theatre.EnterAsync("amal");
        await using var colleague = await theatre.EnterAsync("jonas");
        await using var coordinator = await theatre.EnterAsync("ines");
        await using var force = await theatre.EnterAsync("okan");
        await using var otherForce = await theatre.EnterAsync("rafiq");
        foreach (var person in new[] { author, colleague, force, otherForce })
        {
            await person.OpenAsync("Plenary");
        }

        var item = await author.ReportAsync(Shots, Northern);

        await colleague.SeesAsync(Shots.Title);
        await coordinator.WaitsForReviewAsync(Shots.Summary);
        await force.DoesNotSeeAsync("lanternroad");

        await coordinator.ReleaseAsync(Shots.Summary, Northern);

        await force.SeesAsync(Shots.Summary);
        await otherForce.DoesNotSeeAsync("lanternroad");

        await ColleagueHoldsAllOfItAsync(colleague, item);
        await ForceHoldsAPartAsync(force, item);
        await OtherForceHoldsNothingAsync(otherForce, item);
        await AuthorIsToldWhoHoldsItAsync(author);
    }

    [Fact]
    public async Task A_withdrawn_message_leaves_the_screens_of_those_who_held_it()
    {
        const string Words = "EXERCISE. The marblewell is open again.";
        await using var author = await theatre.EnterAsync("leila");
        await using var coordinator = await theatre.EnterAsync("ines");
        await using var force = await theatre.EnterAsync("okan");
        await author.OpenAsync("Plenary");
        await force.OpenAsync("Plenary");

        await author.SayToEveryoneAsync(Words);
        await coordinator.ReleaseAsync(Words, Northern);
        await force.SeesAsync(Words);
        await author.WithdrawAsync(Words);

        await force.SeesNoLongerAsync(Words);
    }

    private static async Task ColleagueHoldsAllOfItAsync(Person colleague, string item)
    {
        Assert.Equal("1 found", await colleague.SearchAsync("thimblehouse"));
        Assert.Equal("1 found", await colleague.SearchAsync("Quartzmen"));
        await colleague.VisitAsync(item);
        await colleague.Screen.GetByText(Shots.Account).WaitForAsync();
        Assert.Contains("36.123456", await colleague.EverythingAsync(), StringComparison.Ordinal);
    }

    private static async Task ForceHoldsAPartAsync(Person force, string item)
    {
        Assert.Equal("1 found", await force.SearchAsync("lanternroad"));
        Assert.Equal("Nothing found", await force.SearchAsync("thimblehouse"));
        Assert.Equal("Nothing found", await force.SearchAsync("Quartzmen"));
        Assert.Equal("Nothing found", await force.SearchAsync("heronbridge"));
        await force.VisitAsync(item);
        await force.Screen.GetByText(Shots.Summary).WaitForAsync();
        await force.Explanation.GetByText("Policy").WaitForAsync();
        var page = await force.EverythingAsync();
        Assert.All(
            ["thimblehouse", "Quartzmen", "heronbridge", "Amal", "Northlight", "36.123456", "37.234567", "Southern"],
            withheld => Assert.DoesNotContain(withheld, page, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task OtherForceHoldsNothingAsync(Person otherForce, string item)
    {
        Assert.Equal("Nothing found", await otherForce.SearchAsync("lanternroad"));
        await otherForce.VisitAsync(item);
        await otherForce.Screen.GetByText("This is not here, or not for you to see.").WaitForAsync();
    }

    private static async Task AuthorIsToldWhoHoldsItAsync(Person author)
    {
        await author.Explanation.GetByText(Saying("Shown to", Northern)).WaitForAsync();
        await author.Explanation.GetByText(Saying("Its author did not release it to", "Southern Force")).WaitForAsync();
    }

    // A name stands between invisible marks, so that it does not scramble a sentence of the other direction.
    private static Regex Saying(string words, string name) =>
        new($"{words} .{{0,3}}{name}", RegexOptions.None, TimeSpan.FromSeconds(1));
}
