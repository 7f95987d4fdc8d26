'use strict';
/* c */ const a = { aws_project_region: 'r', "oauth": {scope: ['a',],}, };
export default a;
