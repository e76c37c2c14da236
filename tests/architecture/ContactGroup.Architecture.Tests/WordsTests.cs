using System.Text.RegularExpressions;

namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 9: notification is never permission. And the room is a contact group.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] NotOurs = ["artifacts", "node_modules", "dist", ".git", "TestResults"];

    /// <summary>Files in which a word of permission is right, each with the reason.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["tests/architecture/ContactGroup.Architecture.Tests/WordsTests.cs"] = "plants the words",
        ["tests/architecture/ContactGroup.Architecture.Tests/PermissionWords.cs"] = "lists the words",
        ["services/shared/ContactGroup.Hosting/Web/SecurityHeaders.cs"] = "keeps pages out of frames of others, in the word of HTTP",
        ["services/shared/ContactGroup.Classification/Decisions/Decision.cs"] = "is about what is shown, not about who moves",
        ["services/identity/ContactGroup.Identity/OpenId/CodeExchange.cs"] = "signs in, in the words of OpenID Connect",
        ["services/identity/ContactGroup.Identity/OpenId/Discovery.cs"] = "signs in, in the words of OpenID Connect",
        ["clients/sdk/ContactGroup.Client/Live/WebSocketConnectionFactory.cs"] = "sends a header, in the word of HTTP",
        ["clients/web/src/i18n/catalogues.test.ts"] = "looks for the words in the catalogues",
        ["LICENSE"] = "is not ours to write",
    };

    [Fact]
    public void The_room_is_a_contact_group()
    {
        var wrong = Texts().Where(file => WrongRoom().IsMatch(file.Text)).Select(file => file.Path);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_that_people_or_programs_read_speaks_of_permission()
    {
        var spoken = Texts().SelectMany(file => PermissionWords.In(file.Path, file.Text).Select(line => $"{file.Path}: {line.Trim()}"));

        Assert.Empty(spoken);
    }

    [Theory]
    [InlineData("services/policies/code-lists/movement-state.json", """{ "code": "APPROVED", "en": "Received" }""")]
    [InlineData("services/policies/code-lists/movement-state.json", """{ "code": "SEEN", "en": "Cleared to go" }""")]
    [InlineData("services/policies/code-lists/movement-state.json", """{ "code": "CLEARED", "en": "Received" }""")]
    [InlineData("services/policies/code-lists/dispatch-state.json", """{ "code": "REJECTED", "en": "Received" }""")]
    [InlineData("services/movements/ContactGroup.Movements/Domain/Movements/States.cs", """Say("Movement cleared.")""")]
    [InlineData("clients/cli/ContactGroup.Cli/Commands/MovementsCommand.cs", """Say("The force cleared the movement.")""")]
    [InlineData("clients/web/src/i18n/enMovements.ts", "'movement.ok': 'The convoy was rejected.',")]
    [InlineData("clients/web/src/i18n/enMovements.ts", "'movement.ok': 'You have a green light.',")]
    [InlineData("clients/web/src/i18n/arMovements.ts", "'movement.ok': 'وافقت القوة.',")]
    [InlineData("clients/web/src/i18n/arMovements.ts", "'movement.ok': 'يوافق على التحرك.',")]
    [InlineData("services/policies/code-lists/movement-state.json", """{ "code": "SEEN", "ar": "تمّت المُوافَقة" }""")]
    [InlineData("services/movements/ContactGroup.Movements/Domain/Movements/States.cs", "public const string Denied = Second;")]
    [InlineData("services/movements/ContactGroup.Movements/Features/SayState.cs", """.MapPost("/items/{item}/approve", HandleAsync)""")]
    [InlineData("services/release/ContactGroup.Release/Features/DecideReview.cs", """var state = "authorised";""")]
    [InlineData("services/release/ContactGroup.Release/Features/DecideReview.cs", """Say("It's approved.")""")]
    [InlineData("clients/cli/ContactGroup.Cli/Commands/MovementsCommand.cs", "Say(\"Permission was given.\")")]
    [InlineData("clients/sdk/ContactGroup.Client/Movements.cs", "public Task ApproveMovementAsync();")]
    [InlineData("clients/web/src/i18n/enMovements.ts", "'movement.ok': 'Movement authorized.',")]
    [InlineData("clients/web/src/i18n/arMovements.ts", "'movement.ok': 'رُفض التحرك.',")]
    [InlineData("clients/web/src/i18n/ar.ts", "'movement.ok': 'الإذن بالتحرك',")]
    [InlineData("clients/web/index.html", "<p>Clearance</p>")]
    [InlineData("docs/guides/notify-a-movement.md", "The force approves the movement.")]
    [InlineData("docs/guides/notify-a-movement.md", "Not a request for permission, but for clearance.")]
    public void A_word_of_permission_is_found_wherever_it_is_planted(string path, string text) => Assert.NotEmpty(PermissionWords.In(path, text));

    private static IEnumerable<(string Path, string Text)> Texts() => Files(Product.Repository)
        .Where(file => file.Extension is ".cs" or ".ts" or ".tsx" or ".md" or ".json" or ".svg" or ".html" or ".csv")
        .Select(file => (Path: Path.GetRelativePath(Product.Repository.FullName, file.FullName).Replace('\\', '/'), file))
        .Where(file => !Allowed.ContainsKey(file.Path) && !file.Path.EndsWith("lock.json", StringComparison.Ordinal))
        .Select(file => (file.Path, File.ReadAllText(file.file.FullName)));

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFiles().Concat(
        folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name, StringComparer.Ordinal)).SelectMany(Files));

    [GeneratedRegex(@"coordination[ -]group", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrongRoom();
}
