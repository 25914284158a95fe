using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Testing.Folders;

/// <summary>Which types of its own assembly a type uses, in declarations and in bodies.</summary>
internal sealed class TypeUses(PEReader file, MetadataReader metadata)
{
    private static readonly TypesInSignature Signatures = new();

    public IEnumerable<TypeDefinitionHandle> Of(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return
        [
            .. InEntity(type.BaseType),
            .. type.GetInterfaceImplementations()
                .SelectMany(each => InEntity(metadata.GetInterfaceImplementation(each).Interface)),
            .. InConstraints(type.GetGenericParameters()),
            .. InAttributes(type.GetCustomAttributes()),
            .. type.GetFields().SelectMany(field => InEntity(field)),
            .. type.GetFields().SelectMany(field => InAttributes(metadata.GetFieldDefinition(field).GetCustomAttributes())),
            .. type.GetProperties().SelectMany(each => InAttributes(metadata.GetPropertyDefinition(each).GetCustomAttributes())),
            .. type.GetMethods().SelectMany(InMethod),
        ];
    }

    private IEnumerable<TypeDefinitionHandle> InMethod(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        IEnumerable<TypeDefinitionHandle> declared =
        [
            .. InEntity(handle),
            .. InConstraints(method.GetGenericParameters()),
            .. InAttributes(method.GetCustomAttributes()),
            .. method.GetParameters().SelectMany(each => InAttributes(metadata.GetParameter(each).GetCustomAttributes())),
        ];
        if (method.RelativeVirtualAddress == 0)
            return declared;

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        return
        [
            .. declared,
            .. InEntity(body.LocalSignature),
            .. body.ExceptionRegions.SelectMany(region => InEntity(region.CatchType)),
            .. TokensInBody.Of(body.GetILReader()).SelectMany(InEntity),
        ];
    }

    private IEnumerable<TypeDefinitionHandle> InEntity(EntityHandle handle) =>
        handle.IsNil
            ? []
            : handle.Kind switch
            {
                HandleKind.TypeDefinition => [(TypeDefinitionHandle)handle],
                HandleKind.TypeSpecification => metadata
                    .GetTypeSpecification((TypeSpecificationHandle)handle)
                    .DecodeSignature(Signatures, null),
                HandleKind.FieldDefinition => InField(metadata.GetFieldDefinition((FieldDefinitionHandle)handle)),
                HandleKind.MethodDefinition => InDeclaration(metadata.GetMethodDefinition((MethodDefinitionHandle)handle)),
                HandleKind.MemberReference => InMember(metadata.GetMemberReference((MemberReferenceHandle)handle)),
                HandleKind.MethodSpecification => InGeneric(metadata.GetMethodSpecification((MethodSpecificationHandle)handle)),
                HandleKind.StandaloneSignature => InLocals(metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle)),
                _ => [],
            };

    // The signature counts where a member is used, too: the compiler turns an enum's value into a number, and only the parameter tells whose it was.
    private IEnumerable<TypeDefinitionHandle> InField(FieldDefinition field) =>
        [field.GetDeclaringType(), .. field.DecodeSignature(Signatures, null)];

    private IEnumerable<TypeDefinitionHandle> InDeclaration(MethodDefinition method) =>
        [method.GetDeclaringType(), .. TypesInSignature.All(method.DecodeSignature(Signatures, null))];

    private IEnumerable<TypeDefinitionHandle> InMember(MemberReference member) =>
        [
            .. InEntity(member.Parent),
            .. member.GetKind() is MemberReferenceKind.Field
                ? member.DecodeFieldSignature(Signatures, null)
                : TypesInSignature.All(member.DecodeMethodSignature(Signatures, null)),
        ];

    private IEnumerable<TypeDefinitionHandle> InGeneric(MethodSpecification method) =>
        [.. InEntity(method.Method), .. method.DecodeSignature(Signatures, null).SelectMany(each => each)];

    private IEnumerable<TypeDefinitionHandle> InLocals(StandaloneSignature signature) =>
        signature.GetKind() is StandaloneSignatureKind.LocalVariables
            ? signature.DecodeLocalSignature(Signatures, null).SelectMany(each => each)
            : TypesInSignature.All(signature.DecodeMethodSignature(Signatures, null));

    private IEnumerable<TypeDefinitionHandle> InConstraints(GenericParameterHandleCollection parameters) =>
        parameters
            .SelectMany(each => metadata.GetGenericParameter(each).GetConstraints())
            .SelectMany(each => InEntity(metadata.GetGenericParameterConstraint(each).Type));

    private IEnumerable<TypeDefinitionHandle> InAttributes(CustomAttributeHandleCollection attributes) =>
        attributes.SelectMany(each => InEntity(metadata.GetCustomAttribute(each).Constructor));
}
