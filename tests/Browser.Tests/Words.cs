namespace Browser.Tests;

/// <summary>Finds words that are broken over two lines. A word is a run of letters, digits and underscores in one text; where a name may break, the page puts a <c>wbr</c>, which makes two texts of it.</summary>
internal static class Words
{
    /// <summary>A script that returns each broken word and where it stands.</summary>
    public const string Script = """
        () => {
          const broken = [];
          const range = document.createRange();
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode;
            if (text.parentElement.closest("script, style, noscript, textarea, option, .unseen")) continue;
            for (const word of text.data.matchAll(/[\p{L}\p{N}_]+/gu)) {
              range.setStart(text, word.index);
              range.setEnd(text, word.index + word[0].length);
              const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
              if (lines.size > 1) broken.push(`${word[0]} in ${text.parentElement.tagName}.${text.parentElement.className} of ${text.parentElement.closest("[id]")?.id}`);
            }
          }
          return broken;
        }
        """;
}
