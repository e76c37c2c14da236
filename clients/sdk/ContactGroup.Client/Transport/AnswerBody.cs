using System.Net.Http.Headers;

namespace ContactGroup.Client.Transport;

/// <summary>Reads an answer whole, however long it takes, as long as it goes on coming.</summary>
internal static class AnswerBody
{
    private const int PartBytes = 16 * 1024;

    /// <summary>Puts the body that is still on its way into the answer, or disposes the answer and throws: <see cref="HttpRequestException"/> when the body breaks off.</summary>
    /// <param name="answer">The answer, of which the headers are here.</param>
    /// <param name="mostBytes">The longest body that is taken; a longer one throws <see cref="HttpRequestException"/>.</param>
    /// <param name="came">Called for each part.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task LoadAsync(HttpResponseMessage answer, long mostBytes, Action came, CancellationToken cancellationToken)
    {
        try
        {
            using var arriving = answer.Content;
            var body = await ReadAsync(arriving, mostBytes, came, cancellationToken).ConfigureAwait(false);
            answer.Content = Keep(new StreamContent(body), arriving.Headers);
        }
        catch (IOException broken)
        {
            answer.Dispose();
            throw new HttpRequestException(broken.Message, broken);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private static async Task<MemoryStream> ReadAsync(HttpContent arriving, long mostBytes, Action came, CancellationToken cancellationToken)
    {
        using var stream = await arriving.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = new MemoryStream();
        var part = new byte[PartBytes];
        while (await stream.ReadAsync(part, cancellationToken).ConfigureAwait(false) is > 0 and var length)
        {
            came();
            if (body.Length + length > mostBytes)
            {
                throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The answer is longer than {mostBytes} bytes.");
            }

            body.Write(part.AsSpan(0, length));
        }

        body.Position = 0;
        return body;
    }

    private static StreamContent Keep(StreamContent content, HttpContentHeaders headers)
    {
        foreach (var (name, values) in headers)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        return content;
    }
}
