namespace Browser.Tests;

/// <summary>Finds texts that are hard to read: contrast below 4.5 to 1 (WCAG 2.2, criterion 1.4.3).</summary>
internal static class Contrast
{
    /// <summary>A script that returns one line for each such text.</summary>
    public const string Script = """
        () => {
          const numbers = (color) => color.match(/[\d.]+/g).map(Number);
          const light = (color) => {
            const [r, g, b] = numbers(color).slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const behind = (node) => {
            for (let one = node; one; one = one.parentElement) {
              const color = getComputedStyle(one).backgroundColor;
              if (numbers(color)[3] !== 0) return color;
            }
            return "rgb(255, 255, 255)";
          };
          const faint = [];
          for (const node of document.body.querySelectorAll("*")) {
            const hasText = [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent.trim());
            if (!hasText || ["SCRIPT", "STYLE", "NOSCRIPT"].includes(node.tagName)) continue;
            const [front, back] = [light(getComputedStyle(node).color), light(behind(node))];
            const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
            if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${node.tagName}.${node.className}: ${node.textContent.slice(0, 40)}`);
          }
          return [...new Set(faint)];
        }
        """;
}
