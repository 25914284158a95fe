using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Functions.Tests.Security;

/// <summary>Makes an object of any type without its constructors, each of its texts and bytes a mark that says where it stands.</summary>
internal sealed class FilledObject
{
    private const int Deepest = 3;
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, string> marks = new(StringComparer.Ordinal);

    private FilledObject(Type type, Func<Type, string, bool> isSecret)
    {
        IsSecret = isSecret;
        Value = Make(type, 0);
    }

    public object Value { get; }

    private Func<Type, string, bool> IsSecret { get; }

    /// <param name="type">A class or struct; open generic ones are filled with texts.</param>
    /// <param name="isSecret">Whether the member of a type is a secret.</param>
    public static FilledObject Of(Type type, Func<Type, string, bool> isSecret) =>
        new(type.IsGenericTypeDefinition ? Close(type) : type, isSecret);

    /// <summary>The secret members that a text shows.</summary>
    public IEnumerable<string> ShownIn(string text) =>
        marks
            .Where(mark => mark.Value.Length > 0 && text.Contains(mark.Key, StringComparison.OrdinalIgnoreCase))
            .Select(mark => mark.Value);

    private static Type Close(Type type) => type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(string))]);

    [SuppressMessage("Major Code Smell", "S3011", Justification = "Private members are what this is about.")]
    private object Make(Type type, int depth)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        for (var part = type; part is not null && part != typeof(object); part = part.BaseType)
        {
            foreach (var field in part.GetFields(Own).Where(field => !field.IsLiteral))
            {
                if (ValueOf(part, field, depth) is { } value)
                    field.SetValue(made, value);
            }
        }

        return made;
    }

    private object? ValueOf(Type owner, FieldInfo field, int depth)
    {
        var name = NameOf(field);
        var type = field.FieldType;
        if (type == typeof(string))
            return Mark(owner, name);
        if (type == typeof(byte[]))
            return Encoding.ASCII.GetBytes(Mark(owner, name));
        if (type == typeof(ReadOnlyMemory<byte>))
            return new ReadOnlyMemory<byte>(Encoding.ASCII.GetBytes(Mark(owner, name)));
        if (type.IsAssignableFrom(typeof(string[])) && type != typeof(object))
            return new[] { Mark(owner, name) };
        return depth < Deepest && IsOurs(type) ? Make(type, depth + 1) : null;
    }

    // Fields of properties and of primary constructors are called <Name>k__BackingField and <name>P.
    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static bool IsOurs(Type type) =>
        type is { IsAbstract: false, IsInterface: false, IsEnum: false, ContainsGenericParameters: false }
        && PrintedSecretsTests.Assemblies.Contains(type.Assembly);

    private string Mark(Type owner, string name)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"mark{marks.Count + 1000:D4}x");
        marks[mark] = IsSecret(owner, name) ? $"{owner.Name}.{name}" : "";
        return mark;
    }
}
