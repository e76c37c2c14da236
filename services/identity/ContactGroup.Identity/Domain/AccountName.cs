namespace ContactGroup.Identity.Domain;

/// <summary>
/// What a person types to sign in. Plain ASCII in lower case: two accounts must never look alike, and every keyboard in the theatre can type it.
/// </summary>
internal static class AccountName
{
    public const int MinLength = 3;
    public const int MaxLength = 64;
    public const string Characters = "abcdefghijklmnopqrstuvwxyz0123456789._@-";

    public static bool IsWellFormed(string name) =>
        name.Length is >= MinLength and <= MaxLength && name.All(character => Characters.Contains(character, StringComparison.Ordinal));
}
