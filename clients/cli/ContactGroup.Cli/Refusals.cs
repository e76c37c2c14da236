using ContactGroup.Client;

namespace ContactGroup.Cli;

/// <summary>Turns what the server refused into a sentence, a remedy and an exit code.</summary>
internal static class Refusals
{
    public static CliException Of(ContactGroupException refusal) => refusal.Code switch
    {
        ErrorCodes.NotSignedIn => Of(refusal, ExitCode.NotSignedIn, "Sign in: contactgroup login --account NAME"),
        ErrorCodes.SignInRefused => Of(refusal, ExitCode.NotSignedIn, "Then try again: contactgroup login --account NAME"),
        ErrorCodes.NotFound => Of(
            refusal, ExitCode.NotFound, "The server gives the same answer to what is absent and what is not for you, on purpose."),
        ErrorCodes.Unreachable => Of(
            refusal, ExitCode.Unreachable, "Check that the server runs and that the address is right: contactgroup config check"),
        ErrorCodes.UnexpectedAnswer => Of(
            refusal, ExitCode.Unreachable, "Check that the address is that of a ContactGroup server: contactgroup config check"),
        ErrorCodes.TermsNotAccepted => Of(refusal, ExitCode.Refused, "Read and accept the terms of reference: contactgroup terms accept GROUP"),
        ErrorCodes.AudienceWidened => new CliException(
            ExitCode.Refused, Wider(refusal), "Nothing was stored. Look at the audience again: contactgroup preview", refusal.Errors, refusal.Code),
        ErrorCodes.MarkedAboveUnclassified => Of(refusal, ExitCode.Refused, "Leave out what is marked, or the marking if it is a mistake."),
        ErrorCodes.FieldInvalid => Of(refusal, ExitCode.Refused, "Mend the fields named above; nothing was stored."),
        ErrorCodes.NotAllowed => Of(refusal, ExitCode.Refused, "Ask somebody whose role allows it. Who you are: contactgroup whoami"),
        ErrorCodes.ExportNeedsSecondPerson => Of(
            refusal, ExitCode.Refused, "One alone: --item REFERENCE. Several: contactgroup export request FORMAT --kind site --channel NAME"),
        ErrorCodes.TooManyRequests => Of(refusal, ExitCode.Refused, "Wait a moment and try again."),
        _ => Of(refusal, refusal.Status is { } status && (int)status >= 500 ? ExitCode.Unreachable : ExitCode.Refused, "See docs/reference/errors.md for " + refusal.Code + "."),
    };

    private static string Wider(ContactGroupException refusal) =>
        string.Join(' ', (refusal.Audience?.Views ?? []).Select(view => view.Sentence).Prepend(refusal.Message));

    private static CliException Of(ContactGroupException refusal, ExitCode exit, string remedy) =>
        new(exit, refusal.Message, remedy, refusal.Errors, refusal.Code);
}
