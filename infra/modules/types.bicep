metadata description = 'Types that several modules share.'

@export()
@description('Tags of a resource.')
type tagsType = { *: string }

@export()
@description('Application settings: the value of each by its name, with __ between the parts.')
type settingsByNameType = { *: string }

@export()
@description('One application setting.')
type settingType = {
  @description('Its name, with __ between the parts.')
  @minLength(1)
  name: string
  @description('Its value.')
  value: string
}
